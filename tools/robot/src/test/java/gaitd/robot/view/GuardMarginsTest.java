package gaitd.robot.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.hal.A1;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import gaitd.runtime.fault.Fault;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.mode.Mode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("EnumOrdinal")
class GuardMarginsTest {
    private final GuardMargins margins = new GuardMargins();
    private final SyntheticWalk walk = new SyntheticWalk();

    @BeforeEach
    void begin() {
        margins.begin(Config.defaults());
    }

    private Optional<GuardMargins.Margin> of(final Fault guard, final TickFrame frame) {
        return margins.of(frame).stream().filter(it -> it.guard() == guard).findFirst();
    }

    @Test
    void theNearestGuardComesFirst() {
        final TickFrame frame = walk.at(0);
        frame.putReal(TickField.DQ, 7, -0.97 * Config.defaults().get(Setting.SPEED_MAX_RAD_S));
        final List<GuardMargins.Margin> all = margins.of(frame);
        assertEquals(Fault.JOINT_SPEED, all.getFirst().guard());
        assertEquals(0.97, all.getFirst().share(), 1e-6);
        assertEquals(7, all.getFirst().joint());
        for (int i = 1; i < all.size(); i++) {
            assertTrue(all.get(i - 1).share() >= all.get(i).share());
        }
    }

    @Test
    void aGuardThatTripsBelowItsLimitIsNearWhenTheValueIsLow() {
        final TickFrame frame = walk.at(0);
        final double limit = Config.defaults().get(Setting.FALLEN_HEIGHT_M);
        frame.putReal(TickField.POSITION, 2, 2 * limit);
        assertEquals(0.5, of(Fault.FALLEN, frame).orElseThrow().share(), 1e-6);
        frame.putReal(TickField.POSITION, 2, limit);
        assertEquals(1, of(Fault.FALLEN, frame).orElseThrow().share(), 1e-6);
        frame.put(TickField.MODE, Mode.PASSIVE.ordinal());
        assertTrue(of(Fault.FALLEN, frame).isEmpty());
        assertTrue(of(Fault.TILT, frame).isEmpty());
    }

    @Test
    void aGuardThatIsOffHasNoMargin() {
        final TickFrame frame = walk.at(0);
        assertTrue(of(Fault.TILT, frame).isPresent());
        margins.begin(new Config.Builder()
                .toml("safety.tilt_max_deg = \"off\"", "test")
                .conclude());
        assertTrue(of(Fault.TILT, frame).isEmpty());
    }

    @Test
    void nothingIsToldBeforeTheFirstStateOrWithoutLimits() {
        final TickFrame frame = walk.at(0);
        assertFalse(margins.of(frame).isEmpty());
        frame.put(TickField.STATES_ACCEPTED, 0);
        assertTrue(margins.of(frame).isEmpty());
        frame.put(TickField.STATES_ACCEPTED, 1);
        margins.begin(null);
        assertTrue(margins.of(frame).isEmpty());
        assertTrue(Double.isNaN(margins.heatLeftS(0)));
    }

    @Test
    void aMotorThatBecomesHotterIsForecast() {
        final int[] motorsC = new int[A1.JOINTS];
        Arrays.fill(motorsC, 40);
        final TickFrame frame = walk.at(0);
        for (int tick = 0; tick < 20_000; tick++) {
            motorsC[4] = 40 + tick / 1000;
            margins.take(frame, motorsC);
        }
        assertEquals(Double.POSITIVE_INFINITY, margins.heatLeftS(3));
        // Half a degree a second from 59 deg C: 42 s to 80, by an average that lags.
        assertEquals(42, margins.heatLeftS(4), 25);
        final GuardMargins.Margin forecast =
                of(Fault.TEMPERATURE_FORECAST, frame).orElseThrow();
        assertEquals(4, forecast.joint());
        assertEquals(Config.defaults().get(Setting.TEMPERATURE_FORECAST_S) / forecast.value(), forecast.share(), 1e-9);
    }
}
