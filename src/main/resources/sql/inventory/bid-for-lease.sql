UPDATE refresh_lease SET holder = :#${variable.leaseBid.holder}, beat = :#${variable.leaseBid.next}
WHERE name = 'provider_models' AND beat = :#${variable.leaseBid.seen}
