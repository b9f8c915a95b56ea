using Hkall.Service.Texts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Service.Web;

/// <summary>A part of the website that another assembly adds to the service's pipeline, such as the pages.</summary>
public interface IWebFeature
{
    /// <summary>Adds middleware between authentication and authorization, where the person who calls becomes known.</summary>
    void UseIn(IApplicationBuilder app);

    void Map(IEndpointRouteBuilder routes);

    /// <summary>Sets headers when a response starts, since the exception middleware discards headers set earlier.</summary>
    void SetHeaders(HttpContext context);
}

/// <summary>Shows errors as pages to people who use a browser. A host without pages answers with problem documents only.</summary>
public interface IErrorPages
{
    bool AreWanted(HttpContext context);

    IResult Of(int status, string code, Text? detail, IReadOnlyDictionary<string, Text[]>? errors);
}
