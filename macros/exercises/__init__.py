"""Exercises are run: every solution gives what is expected, and every trap what it states.

Nothing else in this project runs code from data. Reading, checking and building never do.
"""
