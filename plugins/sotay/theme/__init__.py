"""The theme that every site uses: Material, with our own identity, fonts and words."""
