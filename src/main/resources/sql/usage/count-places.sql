UPDATE usage_place_count SET places = ? WHERE day = ? AND api_key = ?
