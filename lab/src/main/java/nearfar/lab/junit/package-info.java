/**
 * Labs for JUnit tests: {@link nearfar.lab.junit.WithLab} on a class or method, {@link
 * nearfar.lab.junit.LabExtension} in a field, and {@link nearfar.lab.junit.Within} for
 * expectations.
 */
@NullMarked
package nearfar.lab.junit;

import org.jspecify.annotations.NullMarked;
