package gaitd.robot.doctor;

/** One question about the machine. Never throws: what cannot be read is a finding too. */
@FunctionalInterface
interface Check {
    Finding look(Machine machine);
}
