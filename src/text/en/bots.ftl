## Bots: profiles and the sentence that says why they chose.
