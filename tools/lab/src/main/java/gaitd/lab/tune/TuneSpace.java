package gaitd.lab.tune;

import gaitd.policies.text.Words;
import gaitd.runtime.config.ConfigException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Settings that are looked for together, in ranges that hold the default walk and that of stage 2. */
enum TuneSpace {
    /** Where feet go, and what rights the trunk. */
    POSTURE(
            "gait.clearance_m=0.04..0.12",
            "gait.stance_x_m=-0.07..0.02",
            "gait.placement_gain_s=0.05..0.3",
            "gait.posture_gain=0..1.2",
            "gait.posture_kp_nm_rad=20..200",
            "gait.posture_kd_nms_rad=1..12"),
    /** All that makes a walk one for a ground. */
    GAIT(
            "gait.clearance_m=0.04..0.12",
            "gait.stance_x_m=-0.07..0.02",
            "gait.stance_y_m=-0.01..0.04",
            "gait.placement_gain_s=0.05..0.3",
            "gait.posture_gain=0..1.2",
            "gait.posture_kp_nm_rad=20..200",
            "gait.posture_kd_nms_rad=1..12",
            "gait.height_kp_n_m=100..800",
            "gait.height_kd_ns_m=10..120",
            "gait.velocity_kd_ns_m=10..80",
            "gait.velocity_integral_1_s=0.2..1.6",
            "gait.penetration_m=0..0.015",
            "gait.step_length_m=0.1..0.2",
            "gait.swing_kp_nm_rad=30..100",
            "gait.swing_kd_nms_rad=0.8..3",
            "gait.stance_kp_nm_rad=30..100",
            "gait.stance_kd_nms_rad=0.8..3");

    private final String texts;

    TuneSpace(final String... texts) {
        this.texts = String.join(" ", texts);
    }

    /** Its settings. */
    List<TunedSetting> settings() {
        return Arrays.stream(texts.split(" ", -1)).map(TunedSetting::parse).toList();
    }

    /** Finds one by its name. */
    static TuneSpace of(final String name) {
        return Arrays.stream(values())
                .filter(space -> Words.lower(space).equals(name))
                .findFirst()
                .orElseThrow(() -> new ConfigException("--space " + name + ": expected "
                        + Arrays.stream(values()).map(Words::lower).collect(Collectors.joining(", "))
                        + ", or --set KEY=A..B"));
    }
}
