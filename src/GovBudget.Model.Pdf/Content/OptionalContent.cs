using GovBudget.Model.Pdf.Objects;

namespace GovBudget.Model.Pdf.Content;

/// <summary>Which optional content is shown when the file is opened (the default configuration).</summary>
internal sealed class OptionalContent
{
    private readonly HashSet<PdfObject> _exceptions = new(ReferenceEqualityComparer.Instance);
    private readonly bool _shownUnlessExcepted = true;

    public OptionalContent(PdfDictionary catalog)
    {
        var settings = catalog.Dictionary("OCProperties")?.Dictionary("D");
        if (settings is null) return;
        _shownUnlessExcepted = settings.Name("BaseState") != "OFF";
        if (settings.Array(_shownUnlessExcepted ? "OFF" : "ON") is not { } exceptions) return;
        for (int i = 0; i < exceptions.Count; i++) _exceptions.Add(exceptions[i]);
    }

    /// <summary>Whether content that belongs to a group or a membership dictionary is shown.</summary>
    public bool Shows(PdfDictionary? content)
    {
        if (content is null) return true;
        if (content.Name("Type") != "OCMD") return _exceptions.Contains(content) != _shownUnlessExcepted;
        var groups = content.Get("OCGs");
        if (groups is PdfDictionary only) return Shows(only) != (content.Name("P") is "AllOff" or "AnyOff");
        if (groups is not PdfArray { Count: > 0 } several) return true;
        int on = 0, off = 0;
        for (int i = 0; i < several.Count; i++)
        {
            if (several[i] is not PdfDictionary group || group.Name("Type") == "OCMD") continue;
            if (Shows(group)) on++;
            else off++;
        }

        return content.Name("P") switch { "AllOn" => off == 0, "AllOff" => on == 0, "AnyOff" => off > 0, _ => on > 0 || off == 0 };
    }
}
