"""Assessment frameworks (测评体系): their editions, standards, and who answers for what (责任分解)."""
