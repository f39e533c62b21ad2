using System.IO.Compression;
using System.Text;
using GovBudget.Model.Testing;

namespace GovBudget.Model.Excel.Tests;

/// <summary>A written workbook carries its document; reading takes it where the sheets agree.</summary>
public class EmbeddedDocumentTests
{
    private static readonly FinalAccounts Accounts = Generate.FinalAccounts(seed: 7, year: 2023) with
    {
        Duties = ["拟订医疗保障规划", "监督管理医疗保障基金"], // what tables cannot show
    };

    [Fact]
    public void What_sheets_cannot_show_comes_from_the_embedded_data()
    {
        Assert.Equal(Accounts, Read(Written()).Document);
        Assert.Empty(Read(Written()).Diagnostics);
    }

    [Fact]
    public void Without_the_embedded_data_the_sheets_alone_are_read()
    {
        var reading = Read(Written(), ignore: true);
        Assert.Equal(Accounts with { Duties = default }, reading.Document);
        Assert.Empty(reading.Diagnostics);
    }

    [Fact]
    public void A_sheet_that_was_edited_wins_and_is_named()
    {
        var line = Accounts.Expenditure.Lines[0];
        var figure = line.Figures.First(f => f.Value is not null);
        var edited = Accounts with { Statements = Accounts.Statements.Select(s => s is ExpenditureStatement ? Changed(s) : s).ToValueList() };
        var reading = Read(WithSheetsOf(edited, Written()));
        Assert.Equal(edited.Expenditure, reading.Document.Expenditure);
        var note = Assert.Single(reading.Diagnostics);
        Assert.Contains("不一致", note.Message, StringComparison.Ordinal);
        Assert.Contains(Accounts.Expenditure.Title, note.Message, StringComparison.Ordinal);

        Statement Changed(Statement statement) => ((ExpenditureStatement)statement) with
        {
            Lines = [line with { Figures = line.Figures.With(figure.Key, figure.Value!.Value + new Amount(1, figure.Value!.Value.Unit)) },
                .. ((ExpenditureStatement)statement).Lines.Skip(1)],
        };
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("{\"kind\": 7}")]
    public void Data_that_cannot_be_read_is_reported(string data)
    {
        var reading = Read(WithData(Written(), data));
        Assert.Equal(Accounts.Statements, reading.Document.Statements);
        Assert.Contains("读不出", Assert.Single(reading.Diagnostics).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_part_is_left_alone()
    {
        var reading = Read(Rewritten(Written(), "customXml/item.xml", "<attachment"));
        Assert.Equal(Accounts.Statements, reading.Document.Statements);
        Assert.Empty(reading.Diagnostics);
    }

    private static GovBudget.Model.Reading Read(byte[] file, bool ignore = false) =>
        ExcelFormat.Read(new MemoryStream(file), "表.xlsx", new ExcelReadOptions { IgnoreEmbedded = ignore }, TestContext.Current.CancellationToken);

    private static byte[] Written(BudgetDocument? document = null)
    {
        var stream = new MemoryStream();
        ExcelFormat.Write(document ?? Accounts, stream, null, TestContext.Current.CancellationToken);
        return stream.ToArray();
    }

    private static byte[] WithData(byte[] file, string data) =>
        Rewritten(file, "customXml/item.xml", $"<attachment xmlns=\"urn:govbudget:attachment\" name=\"document.json\"><![CDATA[{data}]]></attachment>");

    /// <summary>The sheets of one document with the data of another.</summary>
    private static byte[] WithSheetsOf(BudgetDocument document, byte[] data)
    {
        using var zip = new ZipArchive(new MemoryStream(data));
        using var reader = new StreamReader(zip.GetEntry("customXml/item.xml")!.Open(), Encoding.UTF8);
        return Rewritten(Written(document), "customXml/item.xml", reader.ReadToEnd());
    }

    private static byte[] Rewritten(byte[] file, string part, string content)
    {
        var copy = new MemoryStream();
        copy.Write(file);
        using (var zip = new ZipArchive(copy, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry(part)!.Delete();
            using var writer = new StreamWriter(zip.CreateEntry(part).Open(), new UTF8Encoding(false));
            writer.Write(content);
        }
        return copy.ToArray();
    }
}
