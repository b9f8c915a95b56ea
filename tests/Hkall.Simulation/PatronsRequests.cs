// The desk keeps requests of two directions by the same means. Here it is the patrons' requests.
global using Done = Hkall.Service.Engine.Done<Hkall.Domain.PatronRequest>;
global using JournalEntry = Hkall.Service.Engine.JournalEntry<Hkall.Domain.RequestEvent>;
global using VersionedRequest = Hkall.Service.Engine.VersionedRequest<Hkall.Domain.PatronRequest>;
