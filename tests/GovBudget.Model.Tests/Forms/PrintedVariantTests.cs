namespace GovBudget.Model.Tests.Forms;

/// <summary>The files in Variants: how ministries and provinces print the official tables, and what has to be read from them.</summary>
public class PrintedVariantTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Forms", "Variants");

    public static TheoryData<string> Files =>
        [.. Directory.GetFiles(Folder, "*.txt").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Reads(string variant)
    {
        var file = VariantFile.Parse(File.ReadLines(Path.Combine(Folder, variant + ".txt")));
        Assert.Equal(file.Expected, VariantFile.Read(file.Layout));
    }
}
