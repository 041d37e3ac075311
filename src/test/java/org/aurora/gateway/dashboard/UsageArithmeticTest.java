package org.aurora.gateway.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.aurora.gateway.testing.RunningGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the page of usage does to amounts and to cells of a file, in the browser that does it. */
class UsageArithmeticTest {
    @RegisterExtension
    static final DashboardBrowser dashboard = DashboardBrowser.with(
            () -> RunningGateway.with("providers: { built-in: { type: demo } }").start());

    /** What a function of a module below pages/usage/ gives for each of these. */
    private static List<?> each(String module, String expression, List<?> inputs) {
        Page page = dashboard.signedOut();
        return (List<?>) page.evaluate(
                "async inputs => { const root = document.querySelector('script[type=module]').src.replace('app.js', 'pages/usage/');"
                        + " const it = await import(root + '" + module + "'); return inputs.map(input => " + expression
                        + "); }",
                inputs);
    }

    @Test
    void addsUpToTheLastDigit() {
        assertThat(each(
                        "money.js",
                        "it.sum(input)",
                        List.of(
                                List.of("0.1", "0.2"),
                                List.of("999999999999.999999999999999999", "0.000000000000000001"),
                                List.of("9007199254740993", "0.000000000000000001", "0"),
                                List.of("0", "0"))))
                .isEqualTo(List.of("0.3", "1000000000000", "9007199254740993.000000000000000001", "0"));
    }

    @Test
    void knowsNoSumOfWhatIsNotKnown() {
        assertThat(each(
                        "money.js",
                        "String(it.sum([null, null])) + it.sum([null, '1.5']) + it.minus('1', null) + it.minus('0.3', '0.1')",
                        List.of(1)))
                .isEqualTo(List.of("null1.510.2"));
    }

    @Test
    void roundsForTheEyeDigitByDigit() {
        assertThat(each(
                        "money.js",
                        "it.rounded(input)",
                        List.of(
                                "0",
                                "1",
                                "1234567.894999999999999999",
                                "1.005",
                                "999.995",
                                "0.5",
                                "0.99999",
                                "0.05",
                                "0.000123456",
                                "0.000000000000000001",
                                "12345678901234567890.1")))
                .isEqualTo(List.of(
                        "0",
                        "1.00",
                        "1,234,567.89",
                        "1.01",
                        "1,000.00",
                        "0.50",
                        "1.00",
                        "0.05",
                        "0.0001235",
                        "0.000000000000000001",
                        "12,345,678,901,234,567,890.10"));
    }

    @Test
    void sortsAmountsAsNumbers() {
        assertThat(each(
                        "money.js",
                        "[...input].sort((a, b) => it.sortKey(a) < it.sortKey(b) ? -1 : 1)",
                        List.of(List.of("10", "9", "0.000000000000000002", "0.1", "0"))))
                .isEqualTo(List.of(List.of("0", "0.000000000000000002", "0.1", "9", "10")));
    }

    @Test
    void writesCellsThatNoSpreadsheetRuns() {
        assertThat(each(
                        "csv.js",
                        "it.csv(['a'], [[input]])",
                        List.of(
                                "=1+1",
                                "+1",
                                "-1",
                                "@x",
                                "\tx",
                                "\rx",
                                "\uff1dx",
                                "plain",
                                "a,b",
                                "say \"x\"",
                                "two\nlines",
                                "שלום",
                                " =1")))
                .isEqualTo(List.of(
                        "a\r\n\"'=1+1\"\r\n",
                        "a\r\n\"'+1\"\r\n",
                        "a\r\n\"'-1\"\r\n",
                        "a\r\n\"'@x\"\r\n",
                        "a\r\n\"'\tx\"\r\n",
                        "a\r\n\"'\rx\"\r\n",
                        "a\r\n\"'\uff1dx\"\r\n",
                        "a\r\nplain\r\n",
                        "a\r\n\"a,b\"\r\n",
                        "a\r\n\"say \"\"x\"\"\"\r\n",
                        "a\r\n\"two\nlines\"\r\n",
                        "a\r\nשלום\r\n",
                        "a\r\n\"' =1\"\r\n"));
    }

    @Test
    void writesCellsThatRunInNoSpreadsheetOfAnotherSeparator() {
        assertThat(each(
                        "csv.js",
                        "it.csv(['a'], [[input]])",
                        List.of(
                                "x;=1+1",
                                "x; -1",
                                "x\t+1",
                                "x|@y",
                                "x;\"=1",
                                "x\n=1",
                                "x;\uff1dy",
                                "x;y;=z|=1",
                                "=1;=2",
                                "a;b",
                                "gpt-4|x-y")))
                .isEqualTo(List.of(
                        "a\r\n\"x;'=1+1\"\r\n",
                        "a\r\n\"x;' -1\"\r\n",
                        "a\r\n\"x\t'+1\"\r\n",
                        "a\r\n\"x|'@y\"\r\n",
                        "a\r\n\"x;'\"\"=1\"\r\n",
                        "a\r\n\"x\n'=1\"\r\n",
                        "a\r\n\"x;'\uff1dy\"\r\n",
                        "a\r\n\"x;y;'=z|'=1\"\r\n",
                        "a\r\n\"'=1;'=2\"\r\n",
                        "a\r\na;b\r\n",
                        "a\r\ngpt-4|x-y\r\n"));
    }

    @Test
    void leavesNumbersNumbersAndWhatIsNotKnownEmpty() {
        assertThat(each(
                        "csv.js",
                        "it.csv(['a', 'b'], [[input, null]])",
                        List.of(12, -12, "0.000000000000000001", true)))
                .isEqualTo(List.of(
                        "a,b\r\n12,\r\n", "a,b\r\n-12,\r\n", "a,b\r\n0.000000000000000001,\r\n", "a,b\r\ntrue,\r\n"));
    }

    @Test
    void putsDaysIntoAtMostThirtyOneBars() {
        assertThat(each(
                                "range.js",
                                "it.bars(it.daysOf({ range: 'custom', from: input, to: '2026-03-31' })).map(({ start, end }) => start + '/' + end)",
                                List.of("2026-03-30", "2026-01-20"))
                        .get(0))
                .isEqualTo(List.of("2026-03-30/2026-03-30", "2026-03-31/2026-03-31"));
        assertThat((List<?>) each(
                                "range.js",
                                "it.bars(it.daysOf({ range: 'custom', from: input, to: '2026-03-31' })).map(({ start, end }) => start + '/' + end)",
                                List.of("2026-01-20"))
                        .get(0))
                .hasSize(24)
                .last()
                .isEqualTo("2026-03-30/2026-03-31");
    }
}
