using GovBudget.Model.Layout;

namespace GovBudget.Model.Tests.Json;

public class DocumentJsonTests
{
    private static readonly FinalAccounts Sample = new()
    {
        Organisation = "某市某局",
        Year = 2023,
        Statements =
        [
            new ExpenditureStatement
            {
                Title = "2023年度支出决算表",
                Label = "公开03表",
                Unit = Unit.WanYuan,
                Columns = ["合计", "基本支出", "项目支出", "2022年执行数"],
                Notes = ["注：本表反映部门本年度各项支出情况。"],
                Lines =
                [
                    new ExpenditureLine { Label = "合计", Total = Amount.OfWan(21.10m), Basic = Amount.OfWan(20m), Project = Amount.OfWan(1.10m) },
                    new ExpenditureLine
                    {
                        Code = "2101501", Label = "行政运行", Total = Amount.OfWan(21.10m),
                        Figures = default(Figures).With("合计", Amount.OfWan(21.10m)).WithDash("项目支出").With("2022年执行数", Amount.OfYuan(5m)),
                    },
                ],
            },
            new ThreePublicStatement { Unit = Unit.WanYuan, Columns = ["决算数/合计"], Actual = new ThreePublicFigures { Total = Amount.OfWan(0.00m) } },
            new OtherTable { Title = "某表", Columns = ["数量"],
                Lines = [new StatementLine { Path = ["货物", ""], Label = "复印机", Texts = [KeyValuePair.Create("备注", "集中采购")],
                    Figures = default(Figures).With("数量", new Amount(3m, Unit.Of("台"))) }] },
        ],
    };

    [Fact]
    public void What_is_written_is_read_back_equal()
    {
        var json = DocumentJson.Write(Sample);
        Assert.Equal(Sample, DocumentJson.Read(json));
        Assert.Equal(Sample, DocumentJson.Read(DocumentJson.Write(Sample, indented: false)));
    }

    [Fact]
    public void Printed_decimals_dashes_and_other_units_are_kept()
    {
        var json = DocumentJson.Write(Sample, indented: false);
        Assert.Contains("\"total\":21.10", json, StringComparison.Ordinal);
        Assert.Contains("\"basic\":20,", json, StringComparison.Ordinal);
        Assert.Contains("\"project\":\"—\"", json, StringComparison.Ordinal);
        Assert.Contains("\"2022年执行数\":{\"value\":5,\"unit\":\"元\"}", json, StringComparison.Ordinal);
        Assert.Contains("\"actualTotal\":0.00", json, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"lines\"", "\"linez\"", "$.statements[0].linez")]
    [InlineData("\"kind\":\"finalAccounts\"", "\"kind\":\"accounts\"", "$.kind")]
    [InlineData("\"total\":21.10", "\"total\":\"21.10\"", "$.statements[0].lines[0].figures.total")]
    [InlineData("\"unit\":\"元\"}", "\"unity\":\"元\"}", "$.statements[0].lines[1].figures")]
    [InlineData("\"schemaVersion\":\"1.0\"", "\"schemaVersion\":\"2.0\"", "schemaVersion")]
    public void Faults_are_named_with_their_path(string right, string wrong, string path)
    {
        var json = DocumentJson.Write(Sample, indented: false);
        Assert.Contains(right, json, StringComparison.Ordinal);
        var at = json.IndexOf(right, StringComparison.Ordinal);
        var error = Assert.Throws<UnreadableDocumentException>(() => DocumentJson.Read(json[..at] + wrong + json[(at + right.Length)..]));
        Assert.Equal(UnreadableReason.WrongType, error.Reason);
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_that_is_no_json_is_refused() => Assert.Throws<UnreadableDocumentException>(() => DocumentJson.Read("{\"schemaVersion\":"));

    [Fact]
    public void The_committed_schema_is_that_of_the_library() => Repository.AssertUpToDate("docs/schema/document.schema.json", DocumentJson.Schema());
}
