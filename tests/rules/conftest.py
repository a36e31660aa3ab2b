"""Settings of Hypothesis for the rules.

How long one example takes says more about the machine than about a rule. Each of the many properties is tried on fifty
examples a run; what chance once found stands as a case by itself.
"""

from hypothesis import settings

settings.register_profile("rules", deadline=None, max_examples=50)
settings.load_profile("rules")
