"""The theme `sotay`: the frame, styles, scripts and fonts of every site."""
