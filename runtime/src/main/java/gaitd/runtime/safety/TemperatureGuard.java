package gaitd.runtime.safety;

import gaitd.hal.A1;
import gaitd.hal.Sensed;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import gaitd.runtime.fault.Fault;
import gaitd.runtime.fault.FaultLatch;

/**
 * Watches motors and the board for heat: told first, slowed down next, then sat down; and forecasts when a motor will be too hot.
 *
 * <p>The forecast compares each temperature with its average over the last seconds: the difference over the average's time constant is
 * the rise a second. Temperatures come in whole degrees, so a rise of less than 2 degrees in that time is not counted. Called
 * once a tick by the control thread; allocates nothing.
 */
final class TemperatureGuard {
    private static final double AVERAGE_S = 20;
    private static final double RISE_MIN_C = 2;

    private final double share;
    private final double maxC;
    private final double derateC;
    private final double warmC;
    private final double forecastS;
    private final double boardC;
    private final double[] averageC = new double[A1.JOINTS];
    private boolean begun;

    TemperatureGuard(final Config config) {
        share = config.periodNs() * 1e-9 / AVERAGE_S;
        maxC = config.get(Setting.TEMPERATURE_MAX_C);
        derateC = config.get(Setting.TEMPERATURE_DERATE_C);
        warmC = config.get(Setting.TEMPERATURE_WARM_C);
        forecastS = config.get(Setting.TEMPERATURE_FORECAST_S);
        boardC = config.get(Setting.BOARD_TEMPERATURE_MAX_C);
    }

    void reset() {
        begun = false;
    }

    void update(final Sensed sensed, final FaultLatch latch) {
        if (sensed.imuTemperatureC > boardC) {
            latch.trip(Fault.BOARD_TEMPERATURE, -1, sensed.imuTemperatureC);
        }
        for (int i = 0; i < A1.JOINTS; i++) {
            final int now = sensed.motorTemperatureC[i];
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
        begun = true;
    }
}
