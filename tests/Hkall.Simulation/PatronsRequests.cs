// The desk keeps requests of two directions by the same means. Here it is the patrons' requests.
global using Done = Hkall.Service.Turns.Done<Hkall.Requests.Request>;
global using HeldCard = Hkall.Service.Turns.HeldCard<Hkall.Requests.Request>;
global using JournalEntry = Hkall.Service.Turns.JournalEntry<Hkall.Requests.RequestEvent>;
