package gaitd.runtime.safety;

import gaitd.hal.A1;
import gaitd.hal.Sensed;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import gaitd.runtime.fault.Fault;
import gaitd.runtime.fault.FaultLatch;
import java.util.Arrays;

/**
 * Watches motors and the board for heat: told first, slowed down next, then sat down; and forecasts when a motor will be too hot.
 *
 * <p>The forecast compares each temperature with its average over the last seconds: the difference over the average's time constant is
 * the rise a second. Temperatures come in whole degrees, so a rise of less than 2 degrees in that time is not counted. A motor's heat
 * does not jump: it counts as hot as the least of its readings of a tenth of a second. Called once a tick by the control thread; allocates
 * nothing.
 */
final class TemperatureGuard {
    private static final double AVERAGE_S = 20;
    private static final double RISE_MIN_C = 2;
    private static final double SURE_S = 0.1;

    private final double share;
    private final double maxC;
    private final double derateC;
    private final double warmC;
    private final double forecastS;
    private final double boardC;
    private final int sureTicks;
    private final int[] leastC = new int[A1.JOINTS];
    private final int[] sureC = new int[A1.JOINTS];
    private final double[] averageC = new double[A1.JOINTS];
    private int ticks;
    private boolean begun;

    TemperatureGuard(final Config config) {
        final double periodS = config.periodNs() * 1e-9;
        share = periodS / AVERAGE_S;
        sureTicks = (int) Math.max(1, Math.round(SURE_S / periodS));
        reset();
        maxC = config.get(Setting.TEMPERATURE_MAX_C);
        derateC = config.get(Setting.TEMPERATURE_DERATE_C);
        warmC = config.get(Setting.TEMPERATURE_WARM_C);
        forecastS = config.get(Setting.TEMPERATURE_FORECAST_S);
        boardC = config.get(Setting.BOARD_TEMPERATURE_MAX_C);
    }

    void reset() {
        begun = false;
        ticks = 0;
        Arrays.fill(leastC, Integer.MAX_VALUE);
    }

    void update(final Sensed sensed, final FaultLatch latch) {
        if (sensed.imuTemperatureC > boardC) {
            latch.trip(Fault.BOARD_TEMPERATURE, -1, sensed.imuTemperatureC);
        }
        final boolean sure = isSure(sensed);
        for (int i = 0; i < A1.JOINTS && sure; i++) {
            final int now = sureC[i];
            averageC[i] = begun ? averageC[i] + share * (now - averageC[i]) : now;
            if (now > warmC) {
                latch.trip(Fault.TEMPERATURE_WARM, i, now);
            }
            if (now > derateC) {
                latch.trip(Fault.TEMPERATURE_DERATED, i, now);
            }
            if (now > maxC) {
                latch.trip(Fault.TEMPERATURE, i, now);
            }
            final double rise = now - averageC[i];
            if (rise >= RISE_MIN_C && now <= maxC && (maxC - now) * AVERAGE_S < forecastS * rise) {
                latch.trip(Fault.TEMPERATURE_FORECAST, i, (maxC - now) * AVERAGE_S / rise);
            }
        }
        begun |= sure;
    }

    /** Takes a reading; false until the first tenth of a second is over. */
    private boolean isSure(final Sensed sensed) {
        final boolean over = ++ticks >= sureTicks;
        for (int i = 0; i < A1.JOINTS; i++) {
            final int now = sensed.motorTemperatureC[i];
            leastC[i] = Math.min(leastC[i], now);
            sureC[i] = over ? leastC[i] : Math.min(sureC[i], now);
            leastC[i] = over ? now : leastC[i];
        }
        ticks = over ? 0 : ticks;
        return begun || over;
    }
}
