"""The HTTP door: one blueprint for each audience. GET shows, POST changes and redirects.

No SQL here: services answer.
"""
