using System.Reflection;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GovBudget.Packages.Tests;

/// <summary>The public surface of a library as text: every type and member that its users can name, in a fixed order.</summary>
internal static class PublicApi
{
    private static readonly SymbolDisplayFormat Names = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypes,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeTypeConstraints | SymbolDisplayGenericsOptions.IncludeVariance,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private static readonly SymbolDisplayFormat Members = Names
        .WithMemberOptions(
            SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeModifiers | SymbolDisplayMemberOptions.IncludeConstantValue | SymbolDisplayMemberOptions.IncludeRef)
        .WithParameterOptions(
            SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeDefaultValue | SymbolDisplayParameterOptions.IncludeModifiers | SymbolDisplayParameterOptions.IncludeExtensionThis);

    private static readonly Lazy<CSharpCompilation> Everything = new(() => CSharpCompilation.Create(
        "api",
        references: ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(p => MetadataReference.CreateFromFile(p))));

    /// <summary>The surface of one assembly.</summary>
    public static string Of(Assembly assembly)
    {
        var reference = Everything.Value.References.OfType<PortableExecutableReference>().Single(r => Path.GetFileName(
            r.FilePath) == Path.GetFileName(assembly.Location));
        var symbol = (IAssemblySymbol)Everything.Value.GetAssemblyOrModuleSymbol(reference)!;
        var text = new StringBuilder();
        foreach (var type in Types(symbol.GlobalNamespace).Where(IsVisible).OrderBy(t => t.ToDisplayString(), StringComparer.Ordinal))
        {
            text.Append(Header(type)).Append('\n');
            foreach (var member in type.GetMembers()
                .Where(m => m is not INamedTypeSymbol && IsVisible(m) && IsWritten(m))
                .Select(Line)
                .Order(StringComparer.Ordinal))
                text.Append("    ").Append(member).Append('\n');
        }
        return text.ToString();
    }

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol parent) =>
        parent.GetMembers().OfType<INamespaceOrTypeSymbol>().SelectMany(m => m is INamedTypeSymbol type ? Types(type).Prepend(type) : Types(m));

    private static string Header(INamedTypeSymbol type)
    {
        var kind = type switch
        {
            { TypeKind: TypeKind.Enum } => "enum",
            { TypeKind: TypeKind.Interface } => "interface",
            { TypeKind: TypeKind.Delegate } => "delegate",
            { IsStatic: true } => "static class",
            _ =>
                $"{(type.IsReadOnly ? "readonly " : type.IsAbstract ? "abstract " : type.IsSealed && !type.IsValueType ? "sealed " : "")}{(type.IsRecord ? "record " : "")}{(type.IsValueType ? "struct" : "class")}",
        };
        var bases = new[] { type.BaseType is { SpecialType: SpecialType.None } b && type.TypeKind == TypeKind.Class ? b : null }.OfType<INamedTypeSymbol>()
            .Concat(type.TypeKind == TypeKind.Enum ? [] : type.Interfaces)
            .Select(i => i.ToDisplayString(Names))
            .Where(n => !type.IsRecord || !n.StartsWith("IEquatable", StringComparison.Ordinal))
            .ToList();
        return $"{kind} {type.ContainingNamespace}.{type.ToDisplayString(Names)}{(bases.Count > 0 ? " : " + string.Join(", ", bases) : "")}";
    }

    private static string Line(ISymbol member) => member switch
    {
        IPropertySymbol property =>
            $"{property.ToDisplayString(Members)} {{ {(property.GetMethod is { } get && IsVisible(get) ? "get; " : "")}{(property.SetMethod is { } set && IsVisible(set) ? set.IsInitOnly ? "init; " : "set; " : "")}}}",
        _ => member.ToDisplayString(Members),
    };

    private static bool IsVisible(ISymbol symbol) =>
        symbol.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal
            && (symbol.ContainingType is null || IsVisible(symbol.ContainingType));

    /// <summary>Whether somebody wrote the member: accessors and what the compiler adds to records and enumerations is none of it.</summary>
    private static bool IsWritten(ISymbol member) =>
        member is not IMethodSymbol { AssociatedSymbol: not null }
        && !(member is IMethodSymbol && member.GetAttributes().Any(a => a.AttributeClass?.Name == "CompilerGeneratedAttribute"))
        && !(member.Name is "EqualityContract" or "value__")
        && !(member is IMethodSymbol { MethodKind: MethodKind.Constructor, Parameters.Length: 0 } && member.ContainingType.IsValueType);
}
