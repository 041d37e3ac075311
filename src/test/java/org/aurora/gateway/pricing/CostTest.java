package org.aurora.gateway.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.aurora.gateway.pricing.PlainPrices.counts;
import static org.aurora.gateway.pricing.PlainPrices.prices;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Costs worked out by hand; the last two columns are the cost of input and of output, or why there is none. */
class CostTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', emptyValue = "", nullValues = "null", textBlock = """
            a plain call                                       | input=3 output=15                                            | in=1000 out=500                          | 0.003 | 0.0075
            one token of each                                  | input=0.15 output=0.6                                        | in=1 out=1                               | 0.00000015 | 0.0000006
            no tokens at all                                   | input=3 output=15                                            | in=0 out=0                               | 0 | 0
            free                                               | input=0 output=0                                             | in=123456 out=789                        | 0 | 0
            free input alone                                   | input=0 output=0.28                                          | in=1000000 out=3                         | 0 | 0.00000084
            a million                                          | input=2.5 output=10                                          | in=1000000 out=1000000                   | 2.5 | 10
            no binary fraction is exact here                   | input=0.1 output=0.2                                         | in=3 out=3                               | 0.0000003 | 0.0000006
            many digits                                        | input=0.123456789012345 output=0.000000000000001             | in=7 out=9                               | 0.000000864197523086415 | 0.000000000000000000009
            counts of trillions                                | input=999999999999999 output=1                               | in=9223372036854775807 out=0             | 9223372036854766583627963145.224193 | 0
            an exponent is only another spelling               | input=1.5e-1 output=6E+1                                     | in=10 out=10                             | 0.0000015 | 0.0006
            cached tokens have their own rate                  | input=2.5 output=10 cached_input=1.25                        | in=1000 out=100 cached=400               | 0.002 | 0.001
            cached tokens without a rate cost as any other     | input=2.5 output=10                                          | in=1000 out=100 cached=400               | 0.0025 | 0.001
            free cached tokens                                 | input=2.5 output=10 cached_input=0                           | in=1000 out=0 cached=999                 | 0.0000025 | 0
            all cached needs no base rate                      | output=10 cached_input=0.5                                   | in=10 out=1 cached=10                    | 0.000005 | 0.00001
            more cached than there is                          | input=2 output=1 cached_input=1                              | in=10 out=0 cached=12                    | 0.00001 | 0
            writing to the cache costs more                    | input=3 output=15 cached_input=0.3 cache_write=3.75          | in=10000 out=200 cached=6000 written=3000 | 0.01605 | 0.003
            cache writes without a rate                        | input=3 output=15 cached_input=0.3                           | in=10000 out=0 cached=6000 written=3000  | 0.0138 | 0
            thinking has its own rate                          | input=1 output=4 reasoning_output=6                          | in=10 out=100 reasoning=70               | 0.00001 | 0.00054
            thinking without a rate                            | input=1 output=4                                             | in=10 out=100 reasoning=70               | 0.00001 | 0.0004
            free thinking                                      | input=1 output=4 reasoning_output=0                          | in=10 out=100 reasoning=70               | 0.00001 | 0.00012
            nothing but thinking                               | input=1 reasoning_output=6                                   | in=10 out=70 reasoning=70                | 0.00001 | 0.00042
            sound both ways                                    | input=2.5 output=10 audio_input=40 audio_output=80           | in=500 out=300 audioIn=200 audioOut=250  | 0.00875 | 0.0205
            sound without rates                                | input=2.5 output=10                                          | in=500 out=300 audioIn=200 audioOut=250  | 0.00125 | 0.003
            sound one way                                      | input=2.5 output=10 audio_input=40                           | in=500 out=300 audioIn=200 audioOut=250  | 0.00875 | 0.003
            every kind at once                                 | input=2 output=8 cached_input=0.5 cache_write=2.5 reasoning_output=9 audio_input=40 audio_output=80 | in=1000 out=1000 cached=100 written=200 audioIn=300 reasoning=400 audioOut=500 | 0.01335 | 0.0444
            a batch                                            | input=2.5 output=10 batch_input=1.25 batch_output=5          | in=100 out=100 batch                     | 0.000125 | 0.0005
            not a batch                                        | input=2.5 output=10 batch_input=1.25 batch_output=5          | in=100 out=100                           | 0.00025 | 0.001
            a batch without rates                              | input=2.5 output=10                                          | in=100 out=100 batch                     | 0.00025 | 0.001
            cached tokens of a batch without a rate            | input=2.5 output=10 batch_input=1.25                         | in=100 out=0 cached=40 batch             | 0.000125 | 0
            pictures made                                      | per_image=0.04                                               | images=3                                 | 0 | 0.12
            pictures made beside tokens                        | input=5 output=40 per_image=0.011                            | in=50 out=0 images=2                     | 0.00025 | 0.022
            pictures sent                                      | input=1 output=2 input_per_image=0.0013                      | in=10 out=10 inputImages=4               | 0.00521 | 0.00002
            each request                                       | input=1 output=2 per_request=0.005                           | in=10 out=10                             | 0.00001 | 0.00502
            the request alone                                  | per_request=0.005                                            |                                          | 0 | 0.005
            seconds heard                                      | per_second_input=0.0001                                      | inputSeconds=12.5                        | 0.00125 | 0
            seconds spoken                                     | per_second_output=0.00025                                    | outputSeconds=3.2                        | 0 | 0.0008
            characters                                         | per_character_input=0.000015                                 | characters=1234                          | 0.01851 | 0
            pages                                              | per_page=0.001                                               | pages=17                                 | 0.017 | 0
            free pictures                                      | per_image=0                                                  | images=3                                 | 0 | 0
            pictures without a rate beside tokens              | input=5 output=40                                            | in=50 out=10 images=2                    | 0.00025 | 0.0004
            every unit at once                                 | per_image=1 input_per_image=2 per_request=3 per_second_input=4 per_second_output=5 per_character_input=6 per_page=7 | images=1 inputImages=1 inputSeconds=1 outputSeconds=1 characters=1 pages=1 | 19 | 9
            the first tier                                     | tiers=0.2:1.25:10,1:2.5:15                                   | in=1000 out=10                           | 0.00125 | 0.0001
            at the first bound                                 | tiers=0.2:1.25:10,1:2.5:15                                   | in=200000 out=10                         | 0.25 | 0.0001
            one over the first bound                           | tiers=0.2:1.25:10,1:2.5:15                                   | in=200001 out=10                         | 0.5000025 | 0.00015
            at the last bound                                  | tiers=0.2:1.25:10,1:2.5:15                                   | in=1000000 out=10                        | 2.5 | 0.00015
            above the last bound                               | tiers=0.2:1.25:10,1:2.5:15                                   | in=1000001 out=10                        | 2.5000025 | 0.00015
            a bound of less than a token                       | tiers=0.0000005:9:9,1:2:2                                    | in=0 out=1                               | 0 | 0.000009
            over a bound of less than a token                  | tiers=0.0000005:9:9,1:2:2                                    | in=1 out=1                               | 0.000002 | 0.000002
            a tier that says nothing of output                 | input=7 output=8 tiers=0.2:1.25:-                            | in=1000 out=10                           | 0.00125 | 0.00008
            tiers before flat rates                            | input=7 output=8 tiers=0.2:1.25:10,1:2.5:15                  | in=1000 out=10                           | 0.00125 | 0.0001
            cached tokens count towards the tier               | cached_input=0.1 tiers=0.2:1.25:10,1:2.5:15                  | in=200001 out=0 cached=200000            | 0.0200025 | 0
            cached tokens without a rate cost the tier's       | tiers=0.2:1.25:10,1:2.5:15                                   | in=200001 out=0 cached=200000            | 0.5000025 | 0
            output does not choose the tier                    | tiers=0.2:1.25:10,1:2.5:15                                   | in=1 out=200001                          | 0.00000125 | 2.00001
            one tier alone                                     | tiers=0.001:3:4                                              | in=5000 out=1                            | 0.015 | 0.000004
            a batch in tiers                                   | batch_input=1 tiers=0.2:1.25:10,1:2.5:15                     | in=200001 out=10 batch                   | 0.200001 | 0.00015
            cached tokens in the first tier                    | cached_input=0.1 tiers=0.2:1:2:-:-,1:5:6:0.9:6.25            | in=200000 out=0 cached=1000              | 0.1991 | 0
            cached tokens of a long call                       | cached_input=0.1 tiers=0.2:1:2:-:-,1:5:6:0.9:6.25            | in=200001 out=0 cached=1000              | 0.995905 | 0
            cached tokens of a tier that has no rate for them  | cached_input=0.1 tiers=0.2:1:2:0.3,1:5:6                     | in=200001 out=0 cached=1000              | 0.995105 | 0
            cached tokens that only a tier has a rate for      | input=1 output=2 tiers=0.2:-:-:0.3                           | in=1000 out=10 cached=400                | 0.00072 | 0.00002
            cached tokens that only another tier has a rate for | tiers=0.2:1:2,1:5:6:0.9                                     | in=1000 out=0 cached=400                 | 0.001 | 0
            free cached tokens of a tier                       | cached_input=0.1 tiers=0.2:1:2:0                             | in=1000 out=0 cached=400                 | 0.0006 | 0
            cached tokens above the last bound                 | cached_input=0.1 tiers=0.2:1:2:0.3                           | in=300000 out=0 cached=100000            | 0.23 | 0
            writing to the cache in a long call                | cache_write=1.25 tiers=0.2:1:2,1:5:6:0.9:6.25                | in=200001 out=10 cached=1000 written=2000 | 0.998405 | 0.00006
            writing to the cache in a short call               | cache_write=1.25 tiers=0.2:1:2,1:5:6:0.9:6.25                | in=10000 out=0 cached=0 written=2000     | 0.0105 | 0
            cache writes of a tier that has no rate for them   | cache_write=1.25 tiers=0.2:1:2,1:5:6:0.9                     | in=200001 out=0 written=2000             | 0.992505 | 0
            cache writes without any rate cost the tier's      | tiers=0.2:1:2,1:5:6:0.9                                      | in=200001 out=0 written=2000             | 1.000005 | 0
            all cached needs no rate but the tier's            | output=10 tiers=0.2:-:-:0.5                                  | in=10 out=1 cached=10                    | 0.000005 | 0.00001
            cached tokens of a batch in tiers                  | batch_input=1 cached_input=0.1 tiers=0.2:1:2,1:5:6:0.9       | in=200001 out=0 cached=1000 batch        | 0.199901 | 0
            nothing known                                      |                                                              | in=10 out=10                             | no_price |
            nothing known and nothing used                     |                                                              | in=0 out=0                               | no_price |
            no rate for input                                  | output=10                                                    | in=10 out=10                             | no_input_price |
            no rate for output                                 | input=10                                                     | in=10 out=10                             | no_output_price |
            no rate for output and none used                   | input=10                                                     | in=10 out=0                              | 0.0001 | 0
            no rate for input beside cached tokens             | output=10 cached_input=1                                     | in=11 out=1 cached=10                    | no_input_price |
            only pictures priced but tokens used               | per_image=0.04                                               | in=10 out=0 images=1                     | no_input_price |
            tokens not counted                                 | input=3 output=15                                            |                                          | no_usage |
            tokens not counted and free                        | input=0 output=0                                             |                                          | 0 | 0
            tokens not counted and half free                   | input=0                                                      |                                          | no_usage |
            tokens not counted beside pictures                 | input=5 output=40 per_image=0.011                            | images=2                                 | 0 | 0.022
            pictures not counted                               | per_image=0.04                                               |                                          | no_usage |
            pictures not counted beside a request              | per_image=0.04 per_request=1                                 |                                          | no_usage |
            tiers and nothing counted                          | tiers=0.2:1.25:10,1:2.5:15                                   |                                          | no_usage |
            free tiers but for cached tokens, nothing counted  | tiers=0.2:0:0,1:0:0:0.9                                      |                                          | no_usage |
            free tiers and nothing counted                     | tiers=0.2:0:0,1:0:0:0                                        |                                          | 0 | 0
            """)
    void isExactToTheLastDigit(String meaning, String prices, String counts, String input, String output) {
        Cost cost = CostCalculation.of(
                EffectivePrices.NONE.under(prices(text(prices)), PriceSource.CONFIG), counts(text(counts)));

        if (text(output).isEmpty()) {
            assertThat(cost).as(meaning).isInstanceOf(Cost.Unpriced.class);
            assertThat(cost.totalCost()).isEmpty();
            assertThat(cost.unpricedReason().map(UnpricedReason::text)).contains(input);
        } else {
            assertThat(cost.unpricedReason()).as(meaning).isEmpty();
            assertThat(cost.inputCost().map(BigDecimal::toPlainString)).contains(input);
            assertThat(cost.outputCost().map(BigDecimal::toPlainString)).contains(output);
            assertThat(cost.totalCost().orElseThrow())
                    .isEqualByComparingTo(new BigDecimal(input).add(new BigDecimal(output)));
        }
    }

    /** An empty column is no text to JUnit. */
    private static String text(String column) {
        return column == null ? "" : column;
    }
}
