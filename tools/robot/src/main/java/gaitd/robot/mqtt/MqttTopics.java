package gaitd.robot.mqtt;

/** Topics of one robot. */
record MqttTopics(String serial) {
    static final String MANUFACTURER = "gaitd";
    private static final String ROOT = "gaitd/v1/";
    private static final String VDA5050 = "uagv/v3/" + MANUFACTURER + "/";

    /** Who the robot is since its companion started; retained. */
    String status() {
        return ROOT + serial + "/status";
    }

    /** How it moves; QoS 0. */
    String telemetry() {
        return ROOT + serial + "/telemetry";
    }

    /** What happened; QoS 1, in order, kept while offline. */
    String event() {
        return ROOT + serial + "/event";
    }

    /** Where commands to it go. */
    String command() {
        return ROOT + serial + "/command";
    }

    /** What became of a command; QoS 1. */
    String answer() {
        return ROOT + serial + "/answer";
    }

    /** Connection as VDA 5050 has it; retained. */
    String connection() {
        return VDA5050 + serial + "/connection";
    }

    /** State as VDA 5050 has it. */
    String state() {
        return VDA5050 + serial + "/state";
    }

    /** Factsheet as VDA 5050 has it; retained. */
    String factsheet() {
        return VDA5050 + serial + "/factsheet";
    }
}
