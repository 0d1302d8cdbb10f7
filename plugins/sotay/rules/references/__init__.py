"""ST6xx: what files say of each other, and of bodies, fields and clauses."""
