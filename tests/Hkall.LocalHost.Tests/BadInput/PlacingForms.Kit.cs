using System.Text.Json.Nodes;

namespace Hkall.LocalHost.Tests.BadInput;

/// <summary>Reads and changes one member of a placing.</summary>
public static partial class PlacingForms
{
    private static bool IsOfType(string member, JsonNode value) => value.GetValueKind() switch
    {
        System.Text.Json.JsonValueKind.String =>
            member is not ("service" or "item" or "acceptTiers" or "neededBy" or "pickup" or "maxCost" or "declaration" or "staffHelp" or "item.year"
                or "item.totalPages" or "maxCost.amount"),
        System.Text.Json.JsonValueKind.Number => member is "maxCost.amount" || (member is "item.year" or "item.totalPages" && value.ToJsonString() == "1"),
        System.Text.Json.JsonValueKind.True => member == "staffHelp",
        System.Text.Json.JsonValueKind.Array => member == "acceptTiers",
        System.Text.Json.JsonValueKind.Object => member is "item" or "pickup" or "maxCost" or "declaration",
        _ => false,
    };

    private static void Put(JsonObject order, string path, JsonNode? value)
    {
        var names = path.Split('.');
        if (names is not [var outer, var inner])
        {
            order[path] = value;
            return;
        }

        if (order[outer] is not JsonObject place)
        {
            order[outer] = place = new JsonObject();
        }

        place[inner] = value;
    }
}
