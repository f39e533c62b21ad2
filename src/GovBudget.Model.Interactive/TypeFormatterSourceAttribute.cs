namespace GovBudget.Model.Interactive;

/// <summary>Names a source of formatters, as notebooks look for it: by this name, wherever it is declared.</summary>
/// <param name="formatterSourceType">A type with a parameterless constructor and <c>CreateTypeFormatters()</c>.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
internal sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    public Type FormatterSourceType { get; } = formatterSourceType;

    public string[] PreferredMimeTypes { get; set; } = [];
}
