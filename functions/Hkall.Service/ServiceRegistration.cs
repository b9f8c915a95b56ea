using Hkall.Domain;
using Hkall.Domain.Supplying;
using Hkall.Service.Auditing;
using Hkall.Service.Circulation;
using Hkall.Service.Citing;
using Hkall.Service.Counter;
using Hkall.Service.Downloads;
using Hkall.Service.Downloads.Fetching;
using Hkall.Service.Engine;
using Hkall.Service.Fees;
using Hkall.Service.FreeCopies;
using Hkall.Service.Inbox;
using Hkall.Service.Invoicing;
using Hkall.Service.Iso18626;
using Hkall.Service.Iso18626.Exchange;
using Hkall.Service.Lending;
using Hkall.Service.Locating;
using Hkall.Service.Members;
using Hkall.Service.MyRequests;
using Hkall.Service.Notices;
using Hkall.Service.Notices.Letters;
using Hkall.Service.OpeningDays;
using Hkall.Service.Outwards;
using Hkall.Service.Partners;
using Hkall.Service.Placing;
using Hkall.Service.Policies;
using Hkall.Service.PolicyLab;
using Hkall.Service.PolicyVersions;
using Hkall.Service.Privacy;
using Hkall.Service.Replies;
using Hkall.Service.Reports;
using Hkall.Service.Scans;
using Hkall.Service.Sessions;
using Hkall.Service.Slips;
using Hkall.Service.Staff;
using Hkall.Service.Staff.Documents;
using Hkall.Service.Staff.FourEyes;
using Hkall.Service.Storage;
using Hkall.Service.Throttling;
using Hkall.Service.Upkeep;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Hkall.Service;

/// <summary>The service as an ASP.NET Core application: the same on the bench and on Azure.</summary>
public static class ServiceRegistration
{
    public const string RequestIdHeader = "X-Request-Id";

    /// <summary>
    /// Adds the service without its pages. The host adds what only it can choose: <see cref="TimeProvider"/> (the domain's clock),
    /// <see cref="MachineTime"/>, <see cref="Storage.IRows"/>, <see cref="Storage.IBlobs"/>, <see cref="Storage.IMessageQueue"/>,
    /// <see cref="IMailer"/>, <see cref="ILocator"/>, <see cref="IRequestScheduler"/>, <see cref="IScheduleLookup"/>,
    /// <see cref="PublicAddress"/>, <see cref="SignInOptions"/>, <see cref="DownloadTokens"/>,
    /// <see cref="PartnerSecretKeys"/> and <see cref="InboxOptions"/>; its pages, an
    /// <see cref="IWebFeature"/>; and <see cref="ICirculation"/> if the Library's own system is connected.
    /// </summary>
    public static IServiceCollection AddHkallService(this IServiceCollection services)
    {
        services.AddSingleton<IRandom, SystemRandom>();
        services.TryAddSingleton(_ => PolicyFile.Default());
        services.AddSingleton(provider => PolicyFile.RuleBookOf(provider.GetRequiredService<PolicyDocument>()));
        services.AddSingleton<PolicyTable>();
        services.AddSingleton<PolicyInForce>();
        services.AddSingleton<IPolicyRules>(provider => provider.GetRequiredService<PolicyInForce>());
        services.AddSingleton<IReadyDetail>(provider => provider.GetRequiredService<PolicyInForce>());
        services.AddSingleton<PolicyImport>();
        services.AddHostedService(provider => provider.GetRequiredService<PolicyImport>());
        services.AddSingleton<CalendarTable>();
        services.AddSingleton<RuleBooks>();
        services.AddSingleton(provider => new RoleMap(provider.GetRequiredService<PolicyDocument>().Roles));

        services.AddSingleton<RequestIndex>();
        services.AddSingleton<RequestCache<PatronRequest>>(_ => new RequestCache<PatronRequest>());
        services.AddSingleton<KeyedLock>();
        services.AddSingleton<ClosedRequests>();
        services.AddSingleton<OpenedFreeCopies>();
        services.AddSingleton<IClosedRequestStatistics<PatronRequest>>(provider => provider.GetRequiredService<ClosedRequests>());
        services.AddSingleton<RequestStore<PatronRequest, RequestEvent>>();
        services.AddSingleton<OutboxDispatcher<PatronRequest, RequestEvent>>();
        services.AddSingleton<RateTable>();
        services.AddSingleton<PatronRequestProcessor>();
        services.AddSingleton<RequestProcessor<PatronRequest, RequestEvent, RequestCommand>>(provider => provider.GetRequiredService<PatronRequestProcessor>());
        services.AddSingleton<IEffectRouter<PatronRequest>, PatronEffectRouter>();
        services.AddSingleton<DueRequestProcessor<PatronRequest, RequestEvent, RequestCommand>>();
        services.AddSingleton<IDueRequestProcessor, DueRequestRouter>();
        services.AddSingleton<ISweep, Sweep>();

        services.AddSingleton<People>();
        services.AddSingleton<NoticeRenderer>();
        services.AddSingleton<LetterTable>();
        services.AddSingleton<ChangedLetters>();
        services.AddSingleton<LetterService>();
        services.AddSingleton<LetterWriter>();
        services.AddReplies();
        services.AddPosting();
        services.AddSingleton<PartnerSecrets>();
        services.AddSingleton<PartnerDirectory>();
        services.AddSingleton<LibraryNames>();
        services.AddSingleton<DirectoryImport>();
        services.AddSingleton<IEffectHandler<SendNotice>, MailDelivery>();
        services.AddSingleton<IEffectHandler<DiscardScan>, ScanDiscarding>();
        services.TryAddSingleton(new OutwardReach(ThisMachine: false));
        services.AddHttpClient<ScanClient>(http => http.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(provider => ForeignHttp.ForNamedAddresses(provider.GetRequiredService<OutwardReach>()));
        services.AddSingleton<IEffectHandler<FetchScan>, ScanFetching>();
        services.AddSingleton<IEffectHandler<CheckScan>, ScanChecking>();
        services.TryAddSingleton<IFileScanner, NoFileScanner>();
        services.AddSingleton<PartnerCounts>();
        services.AddHostedService(provider => provider.GetRequiredService<PartnerCounts>());
        services.AddSingleton<IEffectHandler<MeasureTurnaround>, TurnaroundCounting>();
        services.AddSingleton<OpenThere>();
        services.AddSingleton<RotaMaker>();
        services.TryAddSingleton(PartnerPatience.Usual);
        services.AddHttpClient<PartnerHttpClient>(http => http.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(provider => ForeignHttp.ForLibraries(provider.GetRequiredService<OutwardReach>()));
        services.AddSingleton<IEffectHandler<MessageSupplier>, SupplierChannel>();
        services.AddIso18626();

        services.TryAddSingleton<ICirculation, NoCirculation>();
        services.AddSingleton<OwnAccounts>();
        services.AddSingleton<PatronStandings>();
        services.AddSingleton<FeeService>();
        services.AddSingleton<IEffectHandler<RecordFee>, FeeRecording>();

        services.AddSingleton<Envelopes>();
        services.AddSingleton<UndeliveredMessages>();
        services.AddSingleton<AnswerTokens>();
        services.AddSingleton<LibraryAnswers>();
        services.AddSingleton<ParkedMessages>();
        services.AddSingleton<ParkedDismissal>();
        services.AddSingleton<ParkedShares>();
        services.AddSingleton<ParkedRetries>();
        services.AddSingleton(new SpoolRoom(Path.GetTempPath()));
        services.AddSingleton<FileReceipts>();
        services.AddSingleton<PartnerFiles>();
        services.AddSingleton<PartnerInbox>();
        services.AddSingleton<IPartnerInbox>(provider => provider.GetRequiredService<PartnerInbox>());

        services.AddCiting();
        services.AddFreeCopies();
        services.AddSingleton<CitationReading>();
        services.AddSingleton<PlacingService>();
        services.AddSingleton<Options>();
        services.AddSingleton<MyRequestsService>();
        services.AddSingleton<PreferencesService>();
        services.AddSingleton<ErasureIndex>();
        services.AddSingleton<SessionStore>();
        services.AddSingleton<SessionRetention>();
        services.AddSingleton<SpentTokens>();
        services.AddSingleton<WaitingForms>();
        services.AddSingleton<StaffMembers>();
        services.AddSingleton<AuditTrail>();
        services.AddSingleton<AccountErasure>();
        services.AddSingleton<LendingErasure>();
        services.AddSingleton<IRetention, RetentionJob>();
        services.AddSingleton<JobRows>();
        services.AddSingleton<Jobs>();
        services.AddSingleton<LateJobs>();
        services.TryAddSingleton(new JobSchedules());
        services.AddSingleton<ScheduleReading>();
        services.AddSingleton<IReadyDetail, LateJobsDetail>();
        services.AddSingleton<OpenRequests>();
        services.AddSingleton<IRowCodes, RowCodes>();
        services.AddSingleton<WorklistService>();
        services.AddSingleton<PatronSearch>();
        services.AddSingleton<StaffSearch>();
        services.AddSingleton<LendingBatch>();
        services.AddSingleton<Barcodes>();
        services.AddSingleton<ScanTool>();
        services.AddSingleton<ScanInspection>();
        services.AddSingleton<StampedCopies>();
        services.AddSingleton<ScanUploads>();
        services.AddSingleton<JustScanned>();
        services.AddSingleton<LendingBarcodes>();
        services.AddSingleton<BarcodeService>();
        services.AddSingleton<SlipService>();
        services.AddSingleton<OwedMail>();
        services.AddSingleton<ReportService>();
        services.AddSingleton<PublishedPromises>();
        services.AddSingleton<StaffEdits>();
        services.AddSingleton<AddingLibraries>();
        services.AddSingleton<PlacingFor>();
        services.AddSingleton<HandlingChecks>();
        services.AddSingleton<CannedWords>();
        services.AddSingleton<ICannedAnswers>(provider => provider.GetRequiredService<CannedWords>());
        services.AddSingleton<SavedViews>();
        services.AddSingleton<StaffActions>();
        services.AddSingleton<RateService>();
        services.AddSingleton<DateMover>();
        services.AddSingleton<IDateMover>(provider => provider.GetRequiredService<DateMover>());
        services.AddSingleton<ClosureService>();
        services.AddSingleton<HolidayService>();
        services.AddSingleton<PolicyService>();
        services.AddSingleton<PolicyChanges>();
        services.AddSingleton<LabSource>();
        services.AddSingleton<LabService>();
        services.AddSingleton<HolidayHorizon>();
        services.AddSingleton<IReadyDetail>(provider => provider.GetRequiredService<HolidayHorizon>());
        services.AddSingleton<AuditReading>();
        services.AddSingleton<ProposalStore>();
        services.AddSingleton<Proposals>();
        services.AddSingleton<ParkedActions>();
        services.AddSingleton<OfferService>();
        services.AddSingleton<FileGrants>();
        services.AddSingleton<LoanRenewals>();
        services.AddSingleton<PatronActions>();
        services.AddSingleton<PatronAnswers>();
        services.AddSingleton<RelatedRequests>();
        services.AddSingleton<KnownPatrons>();

        services.AddLending();
        services.AddSingleton<InvoiceStore>();
        services.AddSingleton<ChargesToInvoice>();
        services.AddSingleton<InvoiceTokens>();
        services.AddSingleton<InvoiceMail>();
        services.AddSingleton<InvoiceService>();
        services.AddSingleton<LendingInbox>();
        services.AddRouting();

        // Which server answers helps nobody but an attacker.
        services.Configure<KestrelServerOptions>(kestrel => kestrel.AddServerHeader = false);
        services.AddExceptionHandler<ProblemHandler>();
        services.AddThrottling();
        services.AddSignIn();
        services.AddPortalAccess();
        services.AddApiDescription();
        return services;
    }

    /// <summary>Adds the middleware that every HTTP request passes, and the routes.</summary>
    public static void UseHkallService(this IApplicationBuilder app)
    {
        IReadOnlyList<IWebFeature> features = [.. app.ApplicationServices.GetServices<IWebFeature>()];
        app.Use((context, next) => ServiceMiddleware.NameTheRequestAsync(context, next, features));
        app.UseExceptionHandler(_ => { });
        app.Use(ServiceMiddleware.AnswerEmptyErrorsAsync);
        app.UseRouting();
        app.UseStrangerLimits();
        app.UseCors();
        app.UseAuthentication();
        foreach (var feature in features)
        {
            feature.UseIn(app);
        }

        app.UseAuthorization();
        app.UseRateLimiter();
        app.Use(ServiceMiddleware.KnowTheCalendarAsync);
        app.UseEndpoints(routes => routes.MapHkallService());
    }

    /// <summary>The complete list of routes, those of the pages included.</summary>
    public static void MapHkallService(this IEndpointRouteBuilder routes)
    {
        routes.MapMe();
        routes.MapPromises();
        routes.MapMyFees();
        routes.MapPreferences();
        routes.MapMyData();
        routes.MapMyLooks();
        routes.MapOptions();
        routes.MapPlacing();
        routes.MapMyRequests();
        routes.MapActing();
        routes.MapRenewAll();
        routes.MapDownloads();
        routes.MapStaff();
        routes.MapSchedule();
        routes.MapScanning();
        routes.MapLending();
        routes.MapInvoicing();
        routes.MapBorrowers();
        routes.MapPartners();
        routes.MapAnswers();
        routes.MapIso18626();
        foreach (var feature in routes.ServiceProvider.GetServices<IWebFeature>())
        {
            feature.Map(routes);
        }

        routes.MapHealth();
        routes.MapSecurityTxt();
        routes.MapApiDescription();
        routes.MapApiDocs();
    }
}
