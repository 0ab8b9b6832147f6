"""Claims to relations: keys, candidates, slots, relation, origins, facts."""
