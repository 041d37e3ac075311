SELECT place FROM usage_place WHERE day = ? AND api_key = ?
