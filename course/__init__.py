"""Threat, Power, Loss: three theories, two articles, and how much rests on the weights.

A lesson needs only the names below; each is imported when it is first used, so that
``import course`` itself takes a few milliseconds.
"""
