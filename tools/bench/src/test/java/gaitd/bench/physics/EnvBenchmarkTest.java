package gaitd.bench.physics;

import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.runtime.config.Config;
import gaitd.sim.env.EmbeddedGroup;
import gaitd.sim.env.EnvPlan;
import org.junit.jupiter.api.Test;

class EnvBenchmarkTest {
    @Test
    void measures() {
        final EnvBenchmark.Speed speed =
                EnvBenchmark.measure(EnvPlan.flat(Config.defaults(), 4, 1, 2), EmbeddedGroup::new, 2, 1, 3);
        assertTrue(speed.policyStepsPerSecond() > 0);
        assertTrue(speed.cpuUsPerPolicyStep() > 0);
    }
}
