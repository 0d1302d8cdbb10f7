"""Findings as text: for people, for programs, for CI servers."""
