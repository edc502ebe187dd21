"""HYG: characters, addresses and codes that are not what they seem, and a day that is missing."""
