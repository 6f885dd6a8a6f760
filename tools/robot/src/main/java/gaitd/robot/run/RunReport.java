package gaitd.robot.run;

import gaitd.policies.bundle.Bundle;
import gaitd.policies.text.Words;
import gaitd.robot.host.RealTime;
import gaitd.robot.report.Report;
import gaitd.robot.report.RunMeter;
import gaitd.robot.report.TickReport;
import gaitd.robot.report.WalkReport;
import gaitd.robot.scenario.RunPlan;
import gaitd.robot.world.World;
import gaitd.runtime.config.ChoiceSetting;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import gaitd.runtime.config.Version;
import gaitd.runtime.fault.Fault;
import gaitd.runtime.policy.PolicyFault;
import gaitd.runtime.safety.GuardsOff;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Puts the figures of a run into a report. */
public final class RunReport {
    private RunReport() {}

    private static List<String> policies(final RunPlan plan, final Function<Bundle, String> what) {
        return plan.policies().stream().map(fit -> what.apply(fit.bundle())).toList();
    }

    /**
     * The report of a finished run.
     *
     * @param plan of the run
     * @param config all settings
     * @param world the simulated world, or null for an external robot
     * @param result how it ended
     * @return the report
     */
    public static Report of(final RunPlan plan, final Config config, final World world, final RunResult result) {
        final RunMeter meter = result.meter();
        final Report report = new Report()
                .put("version", Version.TEXT)
                .put("seed", world == null ? null : world.seed())
                .put("engine", world == null ? "none" : world.engine().key())
                .put("terrain", world == null ? null : world.terrain().name())
                .put("case", world == null ? null : world.fieldCase().name())
                .put("variation", world == null ? null : world.variationByName(config))
                .put("faults", world == null ? null : world.faults().texts())
                .put("hung", world == null ? null : world.hung())
                .put("gait", plan.gait().toString())
                .put("command", new double[] {plan.vx(), plan.vy(), plan.yawRate()})
                .put("rate_hz", config.get(Setting.RATE_HZ))
                .put("settings", settings(config))
                .put("schedule", Words.lower(config.get(ChoiceSetting.SCHEDULE)))
                .put("packet_ticks", result.packetTicks())
                .put("ticks", meter.ticks.ticks() + meter.ticks.missedTicks() + result.framesLost())
                .put("missed_ticks", meter.ticks.missedTicks());
        TickReport.percentiles(report, meter.ticks);
        result.costs().report(report);
        report.put("start_to_armed_s", result.startToArmedS())
                .put("real_time", RealTime.lines(result.measures()))
                .put("truth", result.truthKnown() ? "simulator" : "estimate");
        WalkReport.put(report, meter.walk.figures())
                .put(
                        "fault",
                        meter.fault() == Fault.NONE ? "none" : meter.fault().name())
                .put("fault_text", meter.faultText())
                .put("reaction", Words.lower(meter.fault().reaction))
                .put("guards_off", guardsOff(config))
                .put("policies", policies(plan, bundle -> bundle.manifest().name()))
                .put("policies_sha256", policies(plan, Bundle::sha256))
                .put(
                        "policy_fault",
                        meter.policyFault() == PolicyFault.NONE
                                ? "none"
                                : meter.policyFault().name())
                .put("policy_fault_text", meter.policyFaultText())
                .put("policy_ticks", meter.ticks.policyTick.getTotalCount())
                .putPercentiles("policy_tick_us", meter.ticks.policyTick)
                .putPercentiles("policy_step_us", meter.ticks.policyStep)
                .put("mode_final", meter.mode().name())
                .put("states_dropped", meter.dropped())
                .put("states_old", meter.old())
                .put("states_repeated", meter.repeated())
                .put("frames", meter.digest.frames())
                .put("frames_lost", result.framesLost())
                .put("frames_sha256", meter.digest.hex());
        return TickReport.histograms(report, meter.ticks).put("succeeded", result.succeeded());
    }

    /** Names of the guards that are off. */
    private static List<String> guardsOff(final Config config) {
        final long bits = GuardsOff.bits(config);
        return Arrays.stream(Fault.values())
                .filter(fault -> (bits & fault.bit()) != 0)
                .map(Fault::name)
                .toList();
    }

    /** Settings that are not the defaults, with where they come from. */
    private static List<String> settings(final Config config) {
        final Stream<String> numbers = Arrays.stream(Setting.values())
                .filter(setting -> config.get(setting) != setting.defaultValue)
                .map(setting -> setting.line(config.get(setting)) + " (" + config.origin(setting) + ")");
        final Stream<String> choices = ChoiceSetting.ALL.stream()
                .filter(setting -> config.get(setting) != setting.defaultValue)
                .map(setting -> setting.line(config.get(setting)) + " (" + config.origin(setting) + ")");
        return Stream.concat(numbers, choices).toList();
    }
}
