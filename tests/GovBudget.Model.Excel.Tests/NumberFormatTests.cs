using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using GovBudget.Model.Excel.Formats;

namespace GovBudget.Model.Excel.Tests;

public class NumberFormatTests
{
    /// <summary>Format, stored number, printed text.</summary>
    public static TheoryData<string, string, string> Prints => new()
    {
        { "General", "236.71", "236.71" },
        { "General", "0.1", "0.1" },
        { "General", "12345.678901234", "12345.6789" },
        { "General", "36.6957746478873", "36.69577465" },
        { "General", "1234567890123", "1234567890123" },
        { "General", "-0.5", "-0.5" },
        { "General", "100.00", "100" },
        { "G/通用格式", "236.71", "236.71" },
        { "0", "2.5", "3" },
        { "0.00", "236.7149", "236.71" },
        { "0.00", "1.005", "1.01" },
        { "0.00", "-1.005", "-1.01" },
        { "0.00", "0", "0.00" },
        { "0.00_ ", "15.99", "15.99" },
        { "0.00_);\\(0.00\\)", "-15.99", "(15.99)" },
        { "0.00_);[红色]\\(0.00\\)", "-15.99", "(15.99)" },
        { "#,##0.00", "1202.95", "1,202.95" },
        { "#,##0.00", "123456789.1", "123,456,789.10" },
        { "#,##0.00", "0.5", "0.50" },
        { "#,##0", "999", "999" },
        { "#,###.00", "0.5", ".50" },
        { "#,##0.00_ ;[Red]\\-#,##0.00\\ ", "-1202.95", "-1,202.95" },
        { "#,##0.00;-#,##0.00;", "0", "" },
        { "#,##0.00;-#,##0.00;;@", "0", "" },
        { "#,##0.00;-#,##0.00;", "-3", "-3.00" },
        { "0.00;0.00;\"——\"", "0", "——" },
        { ";;;", "12", "" },
        { "_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * \"-\"??_ ;_ @_ ", "1202.95", "1,202.95" },
        { "_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * \"-\"??_ ;_ @_ ", "-1202.95", "-1,202.95" },
        { "_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * \"-\"??_ ;_ @_ ", "0", "-" },
        { "_(* #,##0.00_);_(* \\(#,##0.00\\);_(* \"-\"??_);_(@_)", "-5", "(5.00)" },
        { "0.00%", "0.367", "36.70%" },
        { "0%", "1", "100%" },
        { "0.0%", "-0.0355", "-3.6%" },
        { "0.00,", "1234567", "1234.57" },
        { "#,##0.00,,\"百万\"", "1234567890", "1,234.57百万" },
        { "0!.0,\"万元\"", "1234567", "123.5万元" },
        { "[>=10000]0.00,\"千\";0.00", "20000", "20.00千" },
        { "[>=10000]0.00,\"千\";0.00", "12", "12.00" },
        { "[>=10000]0.00,\"千\";0.00", "-12", "-12.00" },
        { "[<0]\\(0\\);0", "-4", "(4)" },
        { "[=0]\"无\";0.0", "0", "无" },
        { "[$¥-804]#,##0.00", "5", "¥5.00" },
        { "\"¥\"#,##0.00;\"¥\"\\-#,##0.00", "-5", "¥-5.00" },
        { "0.##", "1.5", "1.5" },
        { "0.##", "1", "1." },
        { "0.0?", "1.5", "1.5" },
        { "000000", "123", "000123" },
        { "000-0000", "1234567", "123-4567" },
        { "0.00E+00", "12345", "1.23E+04" },
        { "0.00E+00", "0.00012", "1.20E-04" },
        { "0.00E+00", "9.999", "1.00E+01" },
        { "0\"辆\"", "3", "3辆" },
        { "@", "236.71", "236.71" },
        { "yyyy\"年\"m\"月\"d\"日\"", "45292", "2024年1月1日" },
        { "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "45292", "Monday, January 01, 2024" },
        { "yyyy/m/d", "45292.75", "2024/1/1" },
        { "yyyy\\-mm\\-dd\\ hh:mm:ss", "45292.75", "2024-01-01 18:00:00" },
        { "h:mm AM/PM", "0.75", "6:00 PM" },
        { "上午/下午h\"时\"mm\"分\"", "0.0", "上午12时00分" },
        { "[h]:mm:ss", "1.5", "36:00:00" },
        { "mm:ss", "0.001", "01:26" },
        { "aaaa", "45292", "星期一" },
        { "yy\"年\"", "45292", "24年" },
        { "yyyy/m/d", "1", "1900/1/1" },
        { "yyyy/m/d", "61", "1900/3/1" },
    };

    [Theory]
    [MemberData(nameof(Prints))]
    public void A_number_prints_as_its_format_says(string format, string stored, string printed) =>
        Assert.Equal(printed, NumberFormat.Parse(format).Format(decimal.Parse(stored, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("# ?/?")]
    [InlineData("[DBNum1]0")]
    [InlineData("0;0;0;@;0")]
    [InlineData("kkk")]
    public void What_is_not_understood_is_not_guessed(string format)
    {
        Assert.False(NumberFormat.Parse(format).IsUnderstood);
        Assert.Null(NumberFormat.Parse(format).Format(1.5m));
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("2958466")]
    public void A_day_that_does_not_exist_is_not_printed(string serial) =>
        Assert.Null(NumberFormat.Parse("yyyy/m/d").Format(decimal.Parse(serial, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("@", "合计", "合计")]
    [InlineData("\"附：\"@", "合计", "附：合计")]
    [InlineData("0.00;-0.00;0;_ @_ ", "合计", "合计")]
    [InlineData("0.00;-0.00;0;_ @_ ", "  缩进", "  缩进")]
    [InlineData("0.00", "236.7", "236.7")]
    [InlineData(";;;", "藏", "")]
    public void A_text_prints_as_its_format_says(string format, string text, string printed) => Assert.Equal(printed, NumberFormat.Parse(format).Format(text));

    [Fact]
    public void Dates_from_1904_are_four_years_and_a_day_later() =>
        Assert.Equal("2024/1/1", NumberFormat.Parse("yyyy/m/d").Format(45292 - 1462, date1904: true));

    [Fact]
    public void The_framework_and_the_walk_over_places_print_alike()
    {
        // The quoted blank keeps the second format off the short cut.
        (string Fast, string Slow)[] pairs = [("0", "0\"\""), ("0.00", "0.00\"\""), ("#,##0", "#,##0\"\""), ("#,##0.00", "#,##0.00\"\"")];
        var numbers = from n in Gen.Choose(int.MinValue, int.MaxValue) from scale in Gen.Choose(0, 6) select n / (decimal)Math.Pow(10, scale);
        Prop.ForAll(numbers.ToArbitrary(), n => pairs.All(p => NumberFormat.Parse(p.Fast).Format(n) == NumberFormat.Parse(p.Slow).Format(n)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
    }

    [Fact]
    public void Two_decimals_print_the_number_rounded_away_from_zero()
    {
        var numbers = from n in Gen.Choose(-2_000_000_000, 2_000_000_000) select n / 10_000m;
        Prop.ForAll(numbers.ToArbitrary(), n =>
        {
            var printed = decimal.Parse(NumberFormat.Parse("#,##0.00_);(#,##0.00)").Format(Math.Abs(n))!, CultureInfo.InvariantCulture);
            return printed == decimal.Round(Math.Abs(n), 2, MidpointRounding.AwayFromZero);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
    }

    [Fact]
    public void Any_format_code_at_all_is_taken_without_a_crash()
    {
        var codes = Gen.Elements("0#?.,%;\\\"_*[]@ymdhsaE+-/ $<>=()红万GeneralAM/PM".ToCharArray()).ArrayOf().Select(c => new string(c));
        Prop.ForAll(codes.ToArbitrary(), code =>
        {
            var format = NumberFormat.Parse(code);
            foreach (var n in (decimal[])[0, 1, -1, 0.005m, 123456.789m, 79228162514264337593543950335m]) _ = format.Format(n);
            _ = format.Format("文");
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));
    }
}
