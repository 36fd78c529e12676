"""Where and who: areas (辖区), units (单位), classes of units (单位类别) and the names they go by."""
