package gaitd.policies.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PpoSettingsTest {
    private static String refusal(final PpoSetting setting, final double value) {
        return assertThrows(
                        IllegalArgumentException.class, () -> PpoSettings.ppo().set(setting, value))
                .getMessage();
    }

    @ParameterizedTest
    @EnumSource
    void takesItsRangeAndRefusesWhatIsJustOutside(final PpoSetting setting) {
        final double below = setting.isWhole() ? setting.min - 1 : Math.nextDown(setting.min);
        PpoSettings.ppo().set(setting, setting.min).set(setting, setting.max).set(setting, setting.defaultValue);
        for (final double bad : new double[] {below, Double.NaN}) {
            final String message = refusal(setting, bad);
            assertTrue(message.startsWith(setting.option() + " = "), message);
            assertTrue(message.contains(" to "), message);
            assertTrue(message.contains(setting.meaning), message);
        }
        if (setting.max < Double.POSITIVE_INFINITY) {
            refusal(setting, setting.isWhole() ? setting.max + 1 : Math.nextUp(setting.max));
        }
    }

    @Test
    void refusalsNameValueRangeAndMeaning() {
        assertEquals(
                "--gamma = 1.5 is out of range: expected 0 to 1 (discount of rewards a step)",
                refusal(PpoSetting.GAMMA, 1.5));
        assertEquals(
                "--epochs = 2.5 is out of range: expected a whole number from 1 to 1000 (passes over a rollout in an update)",
                refusal(PpoSetting.EPOCHS, 2.5));
    }

    @Test
    void whatIsNotSetHasItsDefault() {
        final PpoSettings settings =
                PpoSettings.ppo().set(PpoSetting.ROLLOUT, 7).build();
        assertEquals(7, settings.count(PpoSetting.ROLLOUT));
        assertEquals(PpoSetting.GAMMA.defaultValue, settings.get(PpoSetting.GAMMA));
        assertFalse(settings.twoSidedClip());
        assertTrue(PpoSettings.ppo().twoSidedClip(true).build().twoSidedClip());
    }

    @Test
    void endOfTheDivergenceFollowsItsStartAndStaysBelow() {
        final PpoSettings.Builder builder = PpoSettings.ppo().set(PpoSetting.KL, 0.02);
        assertEquals(0.02, builder.build().get(PpoSetting.KL_END));
        assertEquals(0.02, builder.set(PpoSetting.KL_END, 0.02).build().get(PpoSetting.KL_END));
        builder.set(PpoSetting.KL_END, 0.03);
        assertEquals(
                "--kl-end 0.03 exceeds --kl 0.02: lower --kl-end or raise --kl",
                assertThrows(IllegalArgumentException.class, builder::build).getMessage());
    }

    @Test
    void leastDeviationFollowsASmallDeviationAndStaysBelow() {
        final PpoSettings.Builder builder = PpoSettings.ppo().set(PpoSetting.DEVIATION, 0.05);
        assertEquals(0.05, builder.build().get(PpoSetting.DEVIATION_MIN));
        assertEquals(
                PpoSetting.DEVIATION_MIN.defaultValue,
                builder.set(PpoSetting.DEVIATION, 0.5).build().get(PpoSetting.DEVIATION_MIN));
        builder.set(PpoSetting.DEVIATION_MIN, 0.5).build();
        builder.set(PpoSetting.DEVIATION_MIN, 0.6);
        assertTrue(assertThrows(IllegalArgumentException.class, builder::build)
                .getMessage()
                .startsWith("--deviation-min 0.6 exceeds --deviation 0.5"));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.01})
    void aRateAboveItsLargestIsRefused(final double kl) {
        final PpoSettings.Builder builder = PpoSettings.ppo()
                .set(PpoSetting.KL, kl)
                .set(PpoSetting.RATE, 0.01)
                .set(PpoSetting.RATE_MAX, 0.01);
        builder.build();
        builder.set(PpoSetting.RATE_MAX, 0.003);
        assertEquals(
                "--rate 0.01 exceeds --rate-max 0.003: lower --rate or raise --rate-max",
                assertThrows(IllegalArgumentException.class, builder::build).getMessage());
    }

    @Test
    void aFixedRateNeedsNoLargest() {
        final double rate = 2 * PpoSetting.RATE_MAX.defaultValue;
        final PpoSettings.Builder builder = PpoSettings.ppo().set(PpoSetting.RATE, rate);
        assertThrows(IllegalArgumentException.class, builder::build);
        assertEquals(rate, builder.set(PpoSetting.KL, 0).build().get(PpoSetting.RATE));
    }
}
