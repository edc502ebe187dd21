"""HYG: characters, addresses and codes that are not what they seem."""
