"""Settings of Hypothesis for the rules: how long one example takes says more about the machine than about a rule."""

from hypothesis import settings

settings.register_profile("rules", deadline=None)
settings.load_profile("rules")
