// The desk keeps requests of two directions by the same means. Where no direction is named, it is the patrons' requests.
global using CommandRefused = Hkall.Service.Engine.CommandRefused<Hkall.Domain.PatronRequest>;
global using Done = Hkall.Service.Engine.Done<Hkall.Domain.PatronRequest>;
global using JournalEntry = Hkall.Service.Engine.JournalEntry<Hkall.Domain.RequestEvent>;
global using RequestCache = Hkall.Service.Engine.RequestCache<Hkall.Domain.PatronRequest>;
global using RequestStore = Hkall.Service.Engine.RequestStore<Hkall.Domain.PatronRequest, Hkall.Domain.RequestEvent>;
global using StoredRequest = Hkall.Service.Engine.StoredRequest<Hkall.Domain.PatronRequest>;
global using VersionedRequest = Hkall.Service.Engine.VersionedRequest<Hkall.Domain.PatronRequest>;
