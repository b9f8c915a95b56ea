// The desk keeps requests of two directions by the same means. Where no direction is named, it is the patrons' requests.
global using Done = Hkall.Service.Engine.Done<Hkall.Domain.PatronRequest>;
global using RequestStore = Hkall.Service.Engine.RequestStore<Hkall.Domain.PatronRequest, Hkall.Domain.RequestEvent>;
global using VersionedRequest = Hkall.Service.Engine.VersionedRequest<Hkall.Domain.PatronRequest>;
