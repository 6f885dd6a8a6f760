package gaitd.runtime.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.policies.cpg.Gait;
import gaitd.robot.run.LockstepRun;
import gaitd.robot.run.RunResult;
import gaitd.robot.scenario.RunPlan;
import gaitd.robot.world.World;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.RangeSetting;
import gaitd.runtime.config.VaryPreset;
import gaitd.runtime.fault.Fault;
import gaitd.sim.terrain.Terrains;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In walks without a fault no comparison of sensors comes nearer to its limit than half of it. */
class SensorMarginsTest {
    private static final double WALK_S = 6;
    private static final double MARGIN = 2;

    @ParameterizedTest
    @CsvSource({
        "WALK, 0.3, rough:0.02, 0, 1, none",
        "TROT, 0.8, flat, 0, 1, none",
        "TROT, 0.4, flat, 1, 1, none",
        "TROT, 0.3, stairs:0.05, 0, 1, wide",
        "PACE, 0.4, tiles:0.02, 0, 1, none",
        "BOUND, 0.3, flat, 0, 1, none",
        "TROT, 0.4, flat, 0.5, 5, none",
        "TROT, 0, flat, 0, 0, none"
    })
    void soundSensorsAgree(
            final Gait gait,
            final double vx,
            final String terrain,
            final double pushMS,
            final double noise,
            final String preset) {
        final Config config = new Config.Builder()
                .vary(VaryPreset.valueOf(preset.toUpperCase(java.util.Locale.ROOT)), "test")
                .set(RangeSetting.SENSOR_NOISE, noise, noise, "test")
                .conclude();
        final SensorMargins margins = new SensorMargins(config.periodNs() * 1e-9);
        final World world = new World(Terrains.parse(terrain, 1), 1, pushMS > 0 ? new World.Push(pushMS, 2) : null);
        final RunResult result =
                new LockstepRun(new RunPlan(WALK_S, vx, 0.1, 0.3, gait, false), config, world).run(margins);
        assertEquals(Fault.NONE, result.meter().fault(), result.meter().faultText());
        for (final SensorMargins.Measure measure : SensorMargins.Measure.values()) {
            assertTrue(margins.share(measure) * MARGIN <= 1, () -> measure + " too near: " + margins);
        }
    }
}
