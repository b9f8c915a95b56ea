// The desk keeps requests of two directions by the same means. Where no direction is named, it is the patrons' requests.
global using Cabinet = Hkall.Service.Turns.Cabinet<Hkall.Requests.Request, Hkall.Requests.RequestEvent>;
global using Done = Hkall.Service.Turns.Done<Hkall.Requests.Request>;
global using HeldCard = Hkall.Service.Turns.HeldCard<Hkall.Requests.Request>;
