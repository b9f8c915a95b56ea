// The service handles requests of two directions with the same generic types. Names without a direction mean patrons' requests.
global using CommandRefused = Hkall.Service.Engine.CommandRefused<Hkall.Domain.PatronRequest>;
global using Done = Hkall.Service.Engine.Done<Hkall.Domain.PatronRequest>;
global using JournalEntry = Hkall.Service.Engine.JournalEntry<Hkall.Domain.RequestEvent>;
global using NoChange = Hkall.Service.Engine.NoChange<Hkall.Domain.PatronRequest>;
global using NoSuchRequest = Hkall.Service.Engine.NoSuchRequest<Hkall.Domain.PatronRequest>;
global using OutboxDispatcher = Hkall.Service.Engine.OutboxDispatcher<Hkall.Domain.PatronRequest, Hkall.Domain.RequestEvent>;
global using Outcome = Hkall.Service.Engine.Outcome<Hkall.Domain.PatronRequest>;
global using RequestCache = Hkall.Service.Engine.RequestCache<Hkall.Domain.PatronRequest>;
global using RequestStore = Hkall.Service.Engine.RequestStore<Hkall.Domain.PatronRequest, Hkall.Domain.RequestEvent>;
global using VersionedRequest = Hkall.Service.Engine.VersionedRequest<Hkall.Domain.PatronRequest>;
