package gaitd.robot.doctor;

/** One check of the machine. Never throws: a file that cannot be read is a finding too. */
@FunctionalInterface
interface Check {
    Finding look(Machine machine);
}
