package gaitd.robot.trial;

import gaitd.robot.report.Report;
import gaitd.runtime.config.Version;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A trial for programs. */
final class TrialReport {
    private TrialReport() {}

    static Report of(final Trial trial) {
        final List<Map<String, Object>> rows = new ArrayList<>();
        for (final TrialRow row : trial.rows()) {
            rows.add(row(row, trial.verdict(row)));
        }
        final TrialVerdict late = trial.steps().verdict();
        return new Report()
                .put("version", Version.TEXT)
                .put("policy", trial.bundle().manifest().name())
                .put("sha256", trial.bundle().sha256())
                .put("pass", trial.passed())
                .put("verdict", TrialText.verdict(trial))
                .put("engines", trial.engines())
                .put("missing_engine", trial.missing())
                .put("seeds", trial.seeds())
                .put("vary", trial.vary())
                .put("settings", TrialSettings.of(trial.config()))
                .put("step_limit_us", trial.steps().limitUs())
                .put("tick_us", trial.steps().tickUs())
                .putPercentiles("policy_step_us", trial.steps().ns())
                .put("step_pass", late.passed())
                .put("step_reasons", late.reasons())
                .put("rows", rows);
    }

    private static Map<String, Object> row(final TrialRow row, final TrialVerdict verdict) {
        final TrialEpisode asked = row.episode();
        final Map<String, Object> values = new LinkedHashMap<>();
        values.put("episode", asked.name());
        values.put("engine", row.engine().key());
        values.put("asked", new double[] {asked.vx(), asked.vy(), asked.yawRate()});
        values.put(
                "velocity_mean",
                new double[] {row.mean(TrialFigures::vx), row.mean(TrialFigures::vy), row.mean(TrialFigures::yawRate)});
        values.put("falls", row.falls());
        values.put("tilt_max_deg", row.most(TrialFigures::tiltDeg));
        values.put("power_mean_w", row.mean(TrialFigures::powerW));
        values.put("torque_max_nm", row.most(TrialFigures::torqueNm));
        values.put("speed_max_rad_s", row.most(TrialFigures::speedRadS));
        values.put("joint_margin_rad", row.least(TrialFigures::marginRad));
        values.put("target_step_max_rad", row.most(TrialFigures::stepRad));
        values.put("motor_settles_c", row.most(TrialFigures::settlesC));
        values.put("outputs_outside_share", row.outside());
        values.put("torque_limited_share", row.most(TrialFigures::torqueLimited));
        values.put("rate_limited_share", row.most(TrialFigures::rateLimited));
        values.put("range_limited_share", row.most(TrialFigures::rangeLimited));
        values.put("pass", verdict.passed());
        values.put("reasons", verdict.reasons());
        values.put("notes", verdict.notes());
        return values;
    }
}
