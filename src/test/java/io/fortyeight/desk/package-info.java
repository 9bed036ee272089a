@NullMarked
package io.fortyeight.desk;

import org.jspecify.annotations.NullMarked;
