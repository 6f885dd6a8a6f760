/**
 * Settings: each declared once with default, range, unit and meaning, read from TOML and flags, checked as a whole.
 */
package gaitd.runtime.config;
