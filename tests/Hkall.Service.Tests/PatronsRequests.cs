// The desk keeps requests of two directions by the same means. Where no direction is named, it is the patrons' requests.
global using Cabinet = Hkall.Service.Turns.Cabinet<Hkall.Requests.Request, Hkall.Requests.RequestEvent>;
global using Card = Hkall.Service.Turns.Card<Hkall.Requests.Request>;
global using Done = Hkall.Service.Turns.Done<Hkall.Requests.Request>;
global using HeldCard = Hkall.Service.Turns.HeldCard<Hkall.Requests.Request>;
global using JournalEntry = Hkall.Service.Turns.JournalEntry<Hkall.Requests.RequestEvent>;
global using RecentCards = Hkall.Service.Turns.RecentCards<Hkall.Requests.Request>;
global using TurnedDown = Hkall.Service.Turns.TurnedDown<Hkall.Requests.Request>;
