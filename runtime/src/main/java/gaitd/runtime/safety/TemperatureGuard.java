package gaitd.runtime.safety;

import gaitd.hal.A1;
import gaitd.hal.Sensed;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import gaitd.runtime.fault.Fault;
import gaitd.runtime.fault.FaultLatch;

/**
 * Watches motors and the board for heat: told first, slowed down next, then sat down; and forecasts when a motor will be too hot, see
 * {@link HeatForecast}.
 *
 * <p>Called once a tick by the control thread; allocates nothing.
 */
final class TemperatureGuard {
    private final HeatForecast heat;
    private final double maxC;
    private final double derateC;
    private final double warmC;
    private final double forecastS;
    private final double boardC;

    TemperatureGuard(final Config config) {
        heat = new HeatForecast(config.periodNs());
        maxC = config.get(Setting.TEMPERATURE_MAX_C);
        derateC = config.get(Setting.TEMPERATURE_DERATE_C);
        warmC = config.get(Setting.TEMPERATURE_WARM_C);
        forecastS = config.get(Setting.TEMPERATURE_FORECAST_S);
        boardC = config.get(Setting.BOARD_TEMPERATURE_MAX_C);
    }

    void reset() {
        heat.reset();
    }

    void update(final Sensed sensed, final FaultLatch latch) {
        if (sensed.imuTemperatureC > boardC) {
            latch.trip(Fault.BOARD_TEMPERATURE, -1, sensed.imuTemperatureC);
        }
        final boolean sure = heat.update(sensed.motorTemperatureC);
        for (int i = 0; i < A1.JOINTS && sure; i++) {
            final int now = heat.nowC(i);
            if (now > warmC) {
                latch.trip(Fault.TEMPERATURE_WARM, i, now);
            }
            if (now > derateC) {
                latch.trip(Fault.TEMPERATURE_DERATED, i, now);
            }
            if (now > maxC) {
                latch.trip(Fault.TEMPERATURE, i, now);
            }
            final double rise = heat.riseK(i);
            if (rise >= HeatForecast.RISE_MIN_C
                    && now <= maxC
                    && (maxC - now) * HeatForecast.AVERAGE_S < forecastS * rise) {
                latch.trip(Fault.TEMPERATURE_FORECAST, i, heat.leftS(i, maxC));
            }
        }
    }
}
