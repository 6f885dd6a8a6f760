package gaitd.runtime.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.hal.A1;
import gaitd.hal.Sensed;
import gaitd.runtime.config.Config;
import gaitd.runtime.fault.Fault;
import gaitd.runtime.fault.FaultLatch;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The forecast of a motor's heat, and the sensors that it trusts. */
class TemperatureGuardTest {
    private static final double PERIOD_S = 0.002;
    private static final int SURE_TICKS = 50;

    private final TemperatureGuard guard = new TemperatureGuard(Config.defaults());
    private final TemperatureSensorGuard sensors = new TemperatureSensorGuard();
    private final Sensed sensed = new Sensed();
    private final FaultLatch latch = new FaultLatch();

    private long bits() {
        final long bits = latch.bits();
        latch.beginTick(0, 0);
        latch.clear();
        return bits;
    }

    private long tick(final int joint, final int celsius) {
        sensed.motorTemperatureC[joint] = celsius;
        guard.update(sensed, latch);
        return bits();
    }

    private long hold(final int joint, final int celsius, final int ticks) {
        long last = 0;
        for (int i = 0; i < ticks; i++) {
            last = tick(joint, celsius);
        }
        return last;
    }

    private boolean forecasts(final int from, final int to) {
        guard.reset();
        Arrays.fill(sensed.motorTemperatureC, from);
        hold(5, from, SURE_TICKS);
        return (hold(5, to, 2 * SURE_TICKS) & Fault.TEMPERATURE_FORECAST.bit()) != 0;
    }

    /** A jump by so much is the rise since the average: to reach 80 in 30 s, it has to be 2/3 of what is left. */
    @ParameterizedTest
    @CsvSource({
        "70,73,false",
        "70,74,false",
        "70,75,true",
        "60,67,false",
        "60,68,false",
        "60,69,true",
        "77,78,false",
        "77,79,false",
        "77,80,true",
        "77,81,false",
        "80,79,false"
    })
    void tellsWhenARiseLeadsToTheLimitInTime(final int from, final int to, final boolean told) {
        assertEquals(told, forecasts(from, to));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11})
    void tellsWhichMotorAndHowLongItHas(final int joint) {
        Arrays.fill(sensed.motorTemperatureC, 40);
        hold(joint, 40, SURE_TICKS);
        hold(joint, 64, 2 * SURE_TICKS - 1);
        guard.update(sensed, latch);
        assertEquals(Fault.TEMPERATURE_FORECAST, latch.first());
        assertEquals(joint, latch.joint());
        assertEquals(16 * 20.0 / 24, latch.value(), 0.01);
    }

    /** However its readings lie in the tenths of a second that the guard looks at. */
    @Test
    void heatThatLastsATenthOfASecondIsNoneAndOneOfAFifthIs() {
        for (int phase = 0; phase < SURE_TICKS; phase++) {
            guard.reset();
            hold(3, 60, SURE_TICKS + phase);
            for (int i = 0; i < SURE_TICKS; i++) {
                assertEquals(0, tick(3, 90), "phase " + phase);
            }
            assertEquals(0, hold(3, 60, 3 * SURE_TICKS));
            assertTrue((hold(3, 90, 2 * SURE_TICKS) & Fault.TEMPERATURE.bit()) != 0, "phase " + phase);
            assertEquals(0, tick(3, 60) & Fault.TEMPERATURE.bit(), "a motor is as cool as its coolest reading");
        }
    }

    @Test
    void aResetForgetsHowHotItWas() {
        hold(3, 90, 3 * SURE_TICKS);
        guard.reset();
        assertEquals(0, hold(3, 90, SURE_TICKS - 1));
        assertTrue((tick(3, 90) & Fault.TEMPERATURE.bit()) != 0);
    }

    /** A steady rise is behind its average by the average's time. */
    @Test
    void aSteadyRiseIsMeasuredInDegreesASecond() {
        Arrays.fill(sensed.motorTemperatureC, 30);
        int told = 0;
        for (int i = 0; told == 0; i++) {
            final int celsius = 30 + (int) (0.5 * i * PERIOD_S);
            told = (tick(2, celsius) & Fault.TEMPERATURE_FORECAST.bit()) == 0 ? 0 : celsius;
        }
        assertEquals(80 - 0.5 * 30, told, 2);
    }

    @ParameterizedTest
    @CsvSource({"85,false", "86,true"})
    void theBoardMayBeAsHotAsItsLimit(final int celsius, final boolean told) {
        sensed.imuTemperatureC = celsius;
        assertEquals(told ? Fault.BOARD_TEMPERATURE.bit() : 0, tick(0, 0));
    }

    private long sense(final int joint, final int celsius) {
        sensed.motorTemperatureC[joint] = celsius;
        sensors.judge(sensed);
        sensors.tell(latch);
        return latch.bits();
    }

    @ParameterizedTest
    @CsvSource({"15,false", "16,true", "-15,false", "-16,true"})
    void aSensorMayChangeByNoMoreThanAMotorsMassAllows(final int change, final boolean told) {
        for (int joint = 0; joint < A1.JOINTS; joint++) {
            sensors.reset();
            sense(joint, 30);
            assertEquals(told ? Fault.TEMPERATURE_SENSOR.bit() : 0, sense(joint, 30 + change));
            assertEquals(told ? joint : -1, latch.joint());
            assertEquals(told ? 30 + change : 0, latch.value());
            bits();
            assertEquals(0, sense(joint, 30 + change), "told of the jump only");
        }
    }

    @Test
    void theFirstStateAfterAResetIsNoJump() {
        sense(4, 30);
        sensors.reset();
        assertEquals(0, sense(4, 90));
    }
}
