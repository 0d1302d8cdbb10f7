"""The command `sotay`. The only place that imports click."""
